import { startStaffApp } from '../../parts/staff-app.tsx'
import { SetUpScreen } from './set-up-screen.tsx'

startStaffApp(<SetUpScreen />)
